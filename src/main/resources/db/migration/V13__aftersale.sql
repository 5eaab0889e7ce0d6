-- What became of orders after they were placed: cancelled lines, returns and refunds, new addresses.

alter table order_link
  add column refunded     decimal(19,4) not null default 0 comment 'what went back in the store by our hand',
  add column cases_at     datetime(6)   null comment 'told of a cancellation or return that was not brought to its end',
  add column recipient_at datetime(6)   null comment 'told of another address that the store was not told of';

create table refund (
  store_id      varchar(64)   not null,
  connection_id varchar(64)   not null,
  order_id      varchar(64)   not null comment 'the channel''s',
  origin_id     varchar(80)   not null comment 'the channel''s case, or store: and the store''s refund',
  amount        decimal(19,4) not null,
  intent_at     datetime(6)   null comment 'a refund at the other side whose end is not known',
  misses        int           not null default 0 comment 'look-ups since that found nothing',
  copy_id       varchar(64)   null comment 'what was made of it at the other side',
  primary key (store_id, connection_id, order_id, origin_id)
) default character set utf8mb4 collate utf8mb4_bin;
