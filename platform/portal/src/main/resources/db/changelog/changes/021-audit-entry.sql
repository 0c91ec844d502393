--liquibase formatted sql

--changeset audit:021-entry
create sequence audit_entry_seq start with 1 increment by 50;

create table audit_entry
(
    id           bigint      not null primary key,
    seller_id    bigint comment 'null: concerns the whole install',
    at           datetime(6) not null,
    actor_kind   varchar(10) character set utf8mb4 collate utf8mb4_bin not null,
    actor_id     bigint,
    actor_name   varchar(120) not null comment 'as it was at the time',
    action       varchar(60) character set utf8mb4 collate utf8mb4_bin not null,
    subject_type varchar(40) character set utf8mb4 collate utf8mb4_bin not null,
    subject_id   bigint      not null,
    detail       longtext    not null check (json_valid(detail)),
    index audit_entry_newest (seller_id, id) comment 'the newest lines of a seller',
    index audit_entry_subject (subject_type, subject_id, id) comment 'the lines about one subject'
);
