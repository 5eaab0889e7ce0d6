-- What channels have sold out of a store's stock, and what the store knows of it.

create table stock_hold (
  store_id      varchar(64)  not null,
  shop_id       varchar(64)  not null comment 'the channel''s id of the shop that sold',
  order_id      varchar(64)  not null,
  line_id       varchar(64)  not null,
  offer_id      varchar(64)  not null,
  connection_id varchar(64)  not null,
  product_id    varchar(64)  not null comment 'empty while no product of the store is linked with the offer',
  variant_id    varchar(64)  not null,
  warehouse_id  varchar(64)  not null comment 'the channel''s, empty when it named none',
  units         int          not null,
  state         tinyint      not null comment '0 held, 1 left, 2 known to the store, 3 released',
  sold_at       datetime(6)  not null comment 'by the channel, corrected to our clock',
  sold_seq      bigint       not null comment 'place in the ledger',
  back_at       datetime(6)  null comment 'the earliest that the channel can have sold them again',
  changed_seq   bigint       not null comment 'place in the ledger of the last change',
  known_at      datetime(6)  null comment 'when the store had answered that it took the units out, or they were seen to have left',
  primary key (store_id, shop_id, order_id, line_id, offer_id),
  key of_product (store_id, product_id, state, changed_seq),
  key of_offer (store_id, offer_id)
) default character set utf8mb4 collate utf8mb4_bin;

-- Gives entries their places, in the order in which they are committed.
create table stock_ledger (
  store_id varchar(64) not null,
  seq      bigint      not null,
  primary key (store_id)
) default character set utf8mb4 collate utf8mb4_bin;

create table order_reading (
  store_id   varchar(64) not null,
  shop_id    varchar(64) not null,
  begun_at   datetime(6) not null comment 'when orders of the shop were read first',
  read_until datetime(6) null comment 'every change before it has been read',
  primary key (store_id, shop_id)
) default character set utf8mb4 collate utf8mb4_bin;
