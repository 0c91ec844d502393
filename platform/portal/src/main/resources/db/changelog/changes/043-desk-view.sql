--liquibase formatted sql

--changeset desk:043-view
create sequence saved_view_seq start with 1 increment by 50;

create table saved_view
(
    id      bigint       not null primary key,
    version int          not null,
    owner   bigint       not null,
    name    varchar(60)  not null,
    query   varchar(500) character set utf8mb4 collate utf8mb4_bin not null comment 'as in the address, without the words of the search: they may name a buyer',
    shared  boolean      not null,
    constraint saved_view_name unique (owner, name) comment 'my views by name',
    constraint saved_view_owner foreign key (owner) references app_user (id) on delete cascade,
    index saved_view_shared (shared, name) comment 'views everybody may use'
);
