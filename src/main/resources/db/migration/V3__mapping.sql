-- Which id here is which id there, what we applied last, and what we intend to create.

create table listing (
  store_id      varchar(64)  not null,
  connection_id varchar(64)  not null,
  product_id    varchar(64)  not null,
  title         varchar(500) not null,
  image_url     varchar(2000) not null,
  status        varchar(24)  null comment 'as the channel said last; null: nothing is there yet',
  parked        boolean      not null default false comment 'waits for a person',
  withdrawn     boolean      not null default false comment 'we took it down or deleted it',
  channel_id    varchar(64)  null,
  applied       mediumtext   null comment 'what the channel accepted last, JSON',
  submitted_at  datetime(6)  null comment 'when the review that is open now began',
  run_id        bigint       not null default 0 comment 'import run that saw the product last',
  outcome       tinyint      not null default 0 comment 'of that run: 0 open, 1 done, 2 failed',
  primary key (store_id, connection_id, product_id),
  unique key by_channel_id (store_id, connection_id, channel_id),
  key by_review (store_id, connection_id, submitted_at),
  key by_run (store_id, connection_id, run_id, outcome)
) default character set utf8mb4 collate utf8mb4_bin;

create table offer (
  store_id      varchar(64) not null,
  connection_id varchar(64) not null,
  product_id    varchar(64) not null,
  variant_id    varchar(64) not null,
  offer_id      varchar(64) not null,
  seller_sku    varchar(64) not null,
  primary key (store_id, connection_id, product_id, variant_id),
  key by_offer_id (store_id, connection_id, offer_id),
  key by_seller_sku (store_id, connection_id, seller_sku)
) default character set utf8mb4 collate utf8mb4_bin;

create table intent (
  store_id        varchar(64)  not null,
  connection_id   varchar(64)  not null,
  kind            varchar(16)  not null,
  ref             varchar(128) not null,
  idempotency_key varchar(64)  not null,
  started_at      datetime(6)  not null,
  misses          int          not null default 0 comment 'look-ups that found nothing',
  primary key (store_id, connection_id, kind, ref)
) default character set utf8mb4 collate utf8mb4_bin;

create table uploaded_image (
  store_id   varchar(64)   not null,
  shop_id    varchar(64)   not null,
  image_use  varchar(16)   not null,
  url_hash   char(64)      not null,
  uri        varchar(500)  not null,
  url        varchar(2000) not null,
  width      int           not null,
  height     int           not null,
  primary key (store_id, shop_id, image_use, url_hash)
) default character set utf8mb4 collate utf8mb4_bin;

create table found_offer (
  store_id      varchar(64) not null,
  connection_id varchar(64) not null,
  seller_sku    varchar(64) not null,
  channel_id    varchar(64) not null,
  offer_id      varchar(64) not null,
  product_ref   varchar(128) not null,
  status        varchar(24) not null,
  run_id        bigint      not null,
  primary key (store_id, connection_id, seller_sku, channel_id, offer_id)
) default character set utf8mb4 collate utf8mb4_bin;

create table snapshot (
  store_id   varchar(64) not null,
  product_id varchar(64) not null,
  read_at    datetime(6) not null comment 'when the read that brought it began',
  product    mediumtext  not null comment 'the product as the store had it, JSON',
  primary key (store_id, product_id)
) default character set utf8mb4 collate utf8mb4_bin;
