-- Which changes stores and shops tell us of by themselves, and when that is looked at again.

create table subscription_check (
  store_id    varchar(64) not null,
  platform    varchar(16) not null,
  account_id  varchar(64) not null,
  -- hash of the address and the secret that all of them have; '' while some have not
  destination char(64)    not null default '',
  tries       int         not null default 0,
  checked_at  datetime(6),
  next_at     datetime(6) not null,
  held_until  datetime(6) not null,
  primary key (store_id, platform, account_id)
) default character set utf8mb4 collate utf8mb4_bin;

create table webhook_subscription (
  store_id        varchar(64)   not null,
  platform        varchar(16)   not null,
  account_id      varchar(64)   not null,
  topic           varchar(64)   not null,
  -- the platform's id; '' while it could not be registered
  subscription_id varchar(64)   not null default '',
  url             varchar(512)  not null,
  code            varchar(64)   not null default '',
  cause           varchar(1000) not null default '',
  since           datetime(6)   not null,
  primary key (store_id, platform, account_id, topic)
) default character set utf8mb4 collate utf8mb4_bin;
