--liquibase formatted sql

--changeset security:101-api-token
create sequence api_token_seq start with 1 increment by 50;

create table api_token
(
    id           bigint        not null primary key,
    version      int           not null,
    user_id      bigint        not null,
    name         varchar(60)   not null,
    hash         char(64)      character set ascii collate ascii_bin not null comment 'SHA-256 of the token; the token itself is nowhere',
    hint         varchar(12)   character set ascii collate ascii_bin not null comment 'its first letters, to tell tokens apart',
    permissions  varchar(400)  character set ascii collate ascii_bin not null comment 'names, a comma between them',
    sellers      varchar(4000) character set ascii collate ascii_bin not null comment 'ids, a comma between them',
    created_at   datetime(6)   not null,
    expires_at   datetime(6)   not null,
    last_used_at datetime(6) comment 'to the minute',
    revoked_at   datetime(6),
    constraint api_token_hash unique (hash) comment 'whose token is this?',
    constraint api_token_user foreign key (user_id) references app_user (id) on delete cascade
);
