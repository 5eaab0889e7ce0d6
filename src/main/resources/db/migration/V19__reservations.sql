-- Units of a store's stock that were set aside for a channel's order before it was placed.

create table reservation (
  store_id      varchar(64)   not null,
  connection_id varchar(64)   not null,
  order_id      varchar(64)   not null comment 'the channel''s',
  item_id       varchar(64)   not null comment 'under which the store counts the stock',
  location_id   varchar(64)   not null,
  units         int           not null,
  line_ids      varchar(8000) not null comment 'the channel''s lines that it is for, joined by commas',
  state         tinyint       not null comment '0 begun, 1 set aside, 2 given back',
  primary key (store_id, connection_id, order_id, item_id, location_id)
) default character set utf8mb4 collate utf8mb4_bin;
