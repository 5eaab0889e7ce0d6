-- Which version of a tenant file runs, and who came first with an id.

create table tenant_file (
  tenant      varchar(40) not null,
  text_hash   char(64)    not null,
  text        mediumtext  not null comment 'as accepted, so that it runs on when the file is broken; holds references, no secrets',
  accepted_at datetime(6) not null,
  primary key (tenant)
) default character set utf8mb4 collate utf8mb4_bin;

-- The first tenant to use a store or connection id keeps it; a shop is kept for as long as a file names it.
create table account_owner (
  id     varchar(64) not null,
  kind   varchar(16) not null comment 'STORE, CONNECTION or SHOP',
  tenant varchar(40) not null,
  since  datetime(6) not null,
  primary key (id, kind),
  key by_tenant (tenant)
) default character set utf8mb4 collate utf8mb4_bin;
