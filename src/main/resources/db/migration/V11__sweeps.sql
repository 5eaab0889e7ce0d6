-- How far the changes of each store have been read, in case a webhook got lost.

create table store_reading (
  store_id   varchar(64) not null,
  read_until datetime(6) not null comment 'every change before it has been read',
  primary key (store_id)
) default character set utf8mb4 collate utf8mb4_bin;

-- The nightly comparison of what a shop shows with what we believe of it.
create table reconciliation (
  store_id      varchar(64) not null,
  connection_id varchar(64) not null,
  next_at       datetime(6) not null,
  checked_at    datetime(6) null,
  checked       int         not null default 0 comment 'listings of ours that the shop showed',
  differing     int         not null default 0 comment 'of them, that showed something else; each was marked',
  gone          int         not null default 0 comment 'listings of ours that the shop did not show',
  doubled       int         not null default 0 comment 'second listings of one product; each was taken off sale',
  primary key (store_id, connection_id)
) default character set utf8mb4 collate utf8mb4_bin;
