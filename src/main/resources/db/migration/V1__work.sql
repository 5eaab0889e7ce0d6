-- What is out of line, who works on it, and what a person has to look at.
-- Every key begins with the store account: it is the unit of ownership and of sharding.

create table lease (
  store_id varchar(64)  not null,
  owner    varchar(64)  not null,
  epoch    bigint       not null,
  until    datetime(6)  not null,
  primary key (store_id)
) default character set utf8mb4 collate utf8mb4_bin;

create table mark (
  store_id         varchar(64)  not null,
  kind             varchar(16)  not null,
  ref              varchar(128) not null,
  revision         bigint       not null,
  settled_revision bigint       not null default 0,
  claimed_revision bigint       not null default 0,
  state            tinyint      not null comment '0 settled, 1 due, 2 claimed, 3 parked',
  urgency          tinyint      not null,
  told_at          datetime(6)  not null comment 'facts read before this are old news',
  due_at           datetime(6)  not null,
  tries            int          not null default 0,
  claim_token      bigint       null,
  claim_epoch      bigint       null,
  primary key (store_id, kind, ref),
  key due_of_store (store_id, state, urgency, due_at),
  key due_anywhere (state, due_at, store_id)
) default character set utf8mb4 collate utf8mb4_bin;

create table connection_state (
  store_id      varchar(64) not null,
  connection_id varchar(64) not null,
  live          boolean     not null default false,
  paused        boolean     not null default false,
  primary key (store_id, connection_id)
) default character set utf8mb4 collate utf8mb4_bin;

create table import_run (
  store_id      varchar(64) not null,
  connection_id varchar(64) not null,
  run_id        bigint      not null,
  started_at    datetime(6) not null,
  total         int         null comment 'null until the catalogue has been read',
  primary key (store_id, connection_id, run_id)
) default character set utf8mb4 collate utf8mb4_bin;

create table problem (
  store_id      varchar(64)   not null,
  problem_id    varchar(40)   not null,
  connection_id varchar(64)   not null,
  kind          varchar(16)   not null,
  ref           varchar(128)  not null,
  code          varchar(64)   not null,
  cause         varchar(1000) not null,
  field         varchar(255)  not null,
  fix           varchar(1000) not null,
  message       varchar(2000) not null,
  since         datetime(6)   not null,
  tries         int           not null default 1,
  next_try_at   datetime(6)   null,
  primary key (store_id, problem_id),
  key of_connection (store_id, connection_id, kind, ref)
) default character set utf8mb4 collate utf8mb4_bin;

create table quota_day (
  account_id varchar(128) not null comment 'platform and id of the account',
  quota_day  date         not null,
  used       int          not null,
  primary key (account_id, quota_day)
) default character set utf8mb4 collate utf8mb4_bin;
