--liquibase formatted sql

--changeset security:012-user
create sequence app_user_seq start with 1 increment by 50;

create table app_user
(
    id              bigint       not null primary key,
    version         int          not null,
    email           varchar(254) not null,
    name            varchar(120) not null,
    password_hash   varchar(200) character set utf8mb4 collate utf8mb4_bin not null,
    language        varchar(10)  not null,
    theme           varchar(10)  not null comment 'system, light or dark',
    administrator   boolean      not null,
    active          boolean      not null,
    failed_sign_ins int          not null default 0,
    locked_until    datetime(6),
    last_sign_in    datetime(6),
    created_at      datetime(6)  not null,
    constraint app_user_email unique (email) comment 'who signs in?'
);

create table membership
(
    user_id   bigint      not null,
    seller_id bigint      not null,
    role      varchar(20) character set utf8mb4 collate utf8mb4_bin not null,
    primary key (user_id, seller_id, role) comment 'what may a user do?',
    constraint membership_user foreign key (user_id) references app_user (id) on delete cascade,
    constraint membership_seller foreign key (seller_id) references seller (id) on delete cascade
);
