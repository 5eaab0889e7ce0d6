-- Under which version of its tenant's file a connection was brought in line.

create table rules_followed (
  store_id      varchar(64) not null,
  connection_id varchar(64) not null,
  version       char(64)    not null comment 'hash of the file',
  primary key (store_id, connection_id)
) default character set utf8mb4 collate utf8mb4_bin;
