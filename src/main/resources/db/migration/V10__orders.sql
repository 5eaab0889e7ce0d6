-- Which order of a store an order of a channel became.

create table order_link (
  store_id       varchar(64)   not null,
  connection_id  varchar(64)   not null,
  order_id       varchar(64)   not null comment 'the channel''s',
  shop_id        varchar(64)   not null,
  channel_status varchar(24)   not null comment 'as it was when we acted on it last',
  placed_at      datetime(6)   not null,
  currency       char(3)       not null,
  channel_total  decimal(19,4) not null comment 'what the buyer paid',
  expected_total decimal(19,4) null comment 'by the merchant''s rules',
  store_total    decimal(19,4) null comment 'as the store answered',
  stage          varchar(16)   not null comment 'WAITING, RESERVED, IMPORTED or CANCELLED',
  store_order_id varchar(64)   null,
  intent_at      datetime(6)   null comment 'a create whose end is not known',
  misses         int           not null default 0 comment 'look-ups since that found nothing',
  told           tinyint       not null default 0 comment 'the channel of the store''s order: 0 not yet, 1 told, 2 it refused',
  primary key (store_id, connection_id, order_id),
  key by_store_order (store_id, store_order_id),
  key by_placed (store_id, connection_id, placed_at)
) default character set utf8mb4 collate utf8mb4_bin;

create table order_line (
  store_id      varchar(64) not null,
  connection_id varchar(64) not null,
  order_id      varchar(64) not null,
  line_id       varchar(64) not null comment 'the channel''s',
  store_line_id varchar(64) not null,
  primary key (store_id, connection_id, order_id, line_id)
) default character set utf8mb4 collate utf8mb4_bin;

-- Orders that wait until something they sold is linked with a variant of the store.
create table order_need (
  store_id      varchar(64) not null,
  connection_id varchar(64) not null,
  offer_id      varchar(64) not null,
  order_id      varchar(64) not null,
  primary key (store_id, connection_id, offer_id, order_id)
) default character set utf8mb4 collate utf8mb4_bin;
