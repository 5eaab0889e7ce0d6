-- Accounts: what was granted, which shop a connection is linked with, consents under way.

create table grant_account (
  grant_id               varchar(40)  not null,
  platform               varchar(16)  not null,
  app_name               varchar(64)  not null,
  subject                varchar(255) not null,
  -- of a store's grant; '' for a channel's, whose shops are in grant_shop
  store_id               varchar(100) not null default '',
  -- null: nobody has claimed it yet
  tenant                 varchar(40),
  name                   varchar(255) not null default '',
  scopes                 text         not null,
  access_token           text         not null,
  access_expires_at      datetime(6)  not null,
  refresh_token          text,
  refresh_expires_at     datetime(6),
  -- kept until the newer pair has proved itself
  previous_refresh_token text,
  state                  varchar(24)  not null,
  refresh_at             datetime(6),
  refresh_owner          varchar(40),
  refresh_until          datetime(6),
  created_at             datetime(6)  not null,
  updated_at             datetime(6)  not null,
  primary key (grant_id),
  key grant_account_holder (app_name, subject),
  key grant_account_store (store_id),
  key grant_account_due (state, refresh_at)
) default character set utf8mb4 collate utf8mb4_bin;

create table grant_shop (
  grant_id varchar(40)  not null,
  shop_id  varchar(64)  not null,
  name     varchar(255) not null,
  region   varchar(8)   not null,
  cipher   varchar(255) not null,
  primary key (grant_id, shop_id)
) default character set utf8mb4 collate utf8mb4_bin;

create table shop_link (
  store_id      varchar(100) not null,
  connection_id varchar(100) not null,
  tenant        varchar(40)  not null,
  shop_id       varchar(64)  not null,
  grant_id      varchar(40)  not null,
  linked_at     datetime(6)  not null,
  mark          varchar(24),
  primary key (store_id, connection_id),
  unique key shop_link_shop (shop_id),
  unique key shop_link_connection (connection_id)
) default character set utf8mb4 collate utf8mb4_bin;

create table consent_state (
  store_id      varchar(100) not null,
  state_hash    char(64)     not null,
  connection_id varchar(100) not null,
  side          varchar(8)   not null,
  cookie_hash   char(64)     not null,
  expires_at    datetime(6)  not null,
  used_at       datetime(6),
  primary key (store_id, state_hash),
  unique key consent_state_hash (state_hash),
  key consent_state_expiry (expires_at)
) default character set utf8mb4 collate utf8mb4_bin;

create table store_profile (
  store_id    varchar(100) not null,
  platform    varchar(16)  not null,
  external_id varchar(255),
  name        varchar(255),
  currency    char(3),
  -- what was found out about the store, and with which credential (a hash)
  mark            varchar(24),
  mark_credential char(64),
  updated_at  datetime(6)  not null,
  primary key (store_id),
  key store_profile_external (platform, external_id)
) default character set utf8mb4 collate utf8mb4_bin;
