-- What platforms told us, without what they told: envelope, ids and the body's hash.

create table received_signal (
  store_id      varchar(64)  not null comment 'app:<name> while no connection has the shop',
  signal_id     varchar(32)  not null comment 'grows with time',
  connection_id varchar(64)  not null default '' comment 'empty: concerns all connections of the store',
  platform      varchar(16)  not null,
  account       varchar(128) not null comment 'the platform''s name of the shop or store',
  topic         varchar(64)  not null,
  subject       varchar(16)  not null,
  refs          varchar(512) not null comment 'ids, joined by blanks',
  urgency       tinyint      not null,
  delivery_id   varchar(64)  not null,
  happened_at   datetime(6)  null,
  received_at   datetime(6)  not null,
  body_hash     varchar(64)  not null,
  body_size     int          not null,
  primary key (store_id, signal_id),
  unique key by_delivery (store_id, delivery_id),
  key by_age (received_at)
) default character set utf8mb4 collate utf8mb4_bin;

-- Where stock is counted under ids of its own: to which product each belongs.
create table stock_item (
  store_id   varchar(64) not null,
  item_id    varchar(64) not null,
  product_id varchar(64) not null,
  primary key (store_id, item_id)
) default character set utf8mb4 collate utf8mb4_bin;

alter table store_profile
  add column read_from varchar(512) null comment 'the address that said so; another one is asked anew';
