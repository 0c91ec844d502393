--liquibase formatted sql

--changeset plugin:030-file
create sequence plugin_file_seq start with 1 increment by 50;

create table plugin_file
(
    id             bigint       not null primary key,
    version        int          not null,
    plugin_id      varchar(100) character set utf8mb4 collate utf8mb4_bin not null,
    enabled        boolean      not null,
    file_name      varchar(255) not null,
    plugin_version varchar(60)  character set utf8mb4 collate utf8mb4_bin not null,
    sha256         char(64)     character set utf8mb4 collate utf8mb4_bin not null comment 'of the file that was approved last',
    approved_by    varchar(200) not null comment 'why it was loaded: whose signature, the checksum list, the policy',
    approved_at    datetime(6)  not null,
    constraint plugin_file_plugin unique (plugin_id) comment 'one plugin, one row: is it switched on?'
);
