-- What each account was called, by group of endpoints and day (UTC).

create table call_day (
  account_id varchar(128) not null comment 'platform and id of the account',
  call_day   date         not null,
  call_group varchar(32)  not null,
  made       bigint       not null,
  rejected   bigint       not null comment 'of those, refused as too many',
  primary key (account_id, call_day, call_group)
) default character set utf8mb4 collate utf8mb4_bin;
