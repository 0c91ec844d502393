--liquibase formatted sql

--changeset tracking:172-tracking-hook
create table tracking_hook
(
    connection_id bigint       not null primary key,
    version       int          not null,
    seller_id     bigint       not null,
    token_hash    char(64)     character set utf8mb4 collate utf8mb4_bin not null,
    made_at       datetime(6)  not null,
    made_by       varchar(120) not null,
    heard_at      datetime(6)  comment 'when the carrier last called it with news',
    constraint tracking_hook_token unique (token_hash),
    constraint tracking_hook_connection foreign key (seller_id, connection_id) references connection (seller_id, id)
        on delete cascade
) comment 'addresses at which carriers say that something happened to a parcel';
