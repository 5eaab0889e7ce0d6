-- What left of a store's order, and what the channel was told of it.

create table shipment (
  store_id      varchar(64)  not null,
  connection_id varchar(64)  not null,
  order_id      varchar(64)  not null comment 'the channel''s',
  shipment_id   varchar(64)  not null comment 'the store''s',
  line_ids      varchar(8000) not null comment 'the channel''s lines that it holds, joined by commas',
  carrier_id    varchar(64)  not null,
  tracking      varchar(128) not null,
  parcel_id     varchar(64)  not null default '' comment 'the channel''s',
  told_at       datetime(6)  null comment 'null: a call was begun whose end is not known',
  primary key (store_id, connection_id, order_id, shipment_id)
) default character set utf8mb4 collate utf8mb4_bin;
