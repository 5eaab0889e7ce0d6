-- What both sides have of a connection, counted every hour and when asked.

create table completeness (
  store_id      varchar(64)   not null,
  connection_id varchar(64)   not null,
  kind          varchar(16)   not null comment 'ORDERS or LISTINGS',
  checked_at    datetime(6)   not null,
  channel_count int           not null,
  channel_sum   decimal(19,4) not null,
  store_count   int           not null,
  store_sum     decimal(19,4) not null,
  missing       mediumtext    not null comment 'ids, joined by commas',
  repaired      mediumtext    not null comment 'ids that were missing the time before',
  primary key (store_id, connection_id, kind)
) default character set utf8mb4 collate utf8mb4_bin;
