--liquibase formatted sql

--changeset casework:152-shared-template
create sequence shared_template_seq start with 1 increment by 50;
create table shared_template
(
    id       bigint       not null primary key,
    version  int          not null,
    name     varchar(120) not null,
    language char(2)      character set utf8mb4 collate utf8mb4_bin not null,
    reason   varchar(24)  character set utf8mb4 collate utf8mb4_bin not null,
    body     text         not null,
    constraint shared_template_name unique (language, name)
) comment 'of the install: for all sellers, beside each seller''s own; holds no buyer''s words';
