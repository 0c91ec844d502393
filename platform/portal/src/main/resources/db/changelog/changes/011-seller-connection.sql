--liquibase formatted sql

--changeset seller:011-connection
create sequence connection_seq start with 1 increment by 50;
create sequence connection_setting_seq start with 1 increment by 50;

create table connection
(
    id           bigint       not null primary key,
    seller_id    bigint       not null,
    version      int          not null,
    plugin_id    varchar(100) character set utf8mb4 collate utf8mb4_bin not null,
    extension_id varchar(100) character set utf8mb4 collate utf8mb4_bin not null,
    role         varchar(20)  character set utf8mb4 collate utf8mb4_bin not null,
    name         varchar(120) not null,
    state        varchar(10)  character set utf8mb4 collate utf8mb4_bin not null,
    error_code   varchar(60)  character set utf8mb4 collate utf8mb4_bin,
    error_text   varchar(1000),
    error_at     datetime(6),
    broken_since datetime(6),
    created_at   datetime(6)  not null,
    constraint connection_of_seller unique (seller_id, id) comment 'target of foreign keys (seller_id, id); which connections has a seller?',
    constraint connection_seller foreign key (seller_id) references seller (id)
);

create table connection_setting
(
    id            bigint       not null primary key,
    seller_id     bigint       not null,
    connection_id bigint       not null,
    field         varchar(100) character set utf8mb4 collate utf8mb4_bin not null,
    secret        boolean      not null,
    plain         mediumtext   comment 'a value everybody who may see the connection may read',
    sealed        mediumblob   comment 'a secret, sealed by the vault for this seller, connection and field',
    constraint connection_setting_field unique (connection_id, field) comment 'which settings has a connection?',
    constraint connection_setting_connection foreign key (seller_id, connection_id) references connection (seller_id, id) on delete cascade,
    constraint connection_setting_kept check ((secret and plain is null) or (not secret and sealed is null))
);
