-- Why a listing shows what it shows: one row for every time a product was looked at for one shop.

create table trace (
  store_id      varchar(64) not null,
  connection_id varchar(64) not null,
  product_id    varchar(64) not null,
  ended_at      datetime(6) not null,
  work          mediumtext  not null comment 'what was seen, wanted, called and answered, JSON',
  primary key (store_id, connection_id, product_id, ended_at),
  key by_age (ended_at)
) default character set utf8mb4 collate utf8mb4_bin;

-- A variant's own id leads to its product.
alter table offer add key by_variant (store_id, connection_id, variant_id);

-- The stock items of a product: signals name them alone.
alter table stock_item add key of_product (store_id, product_id);
