--liquibase formatted sql

--changeset security:042-setting
create table user_setting
(
    user_id bigint        not null,
    name    varchar(60)   character set utf8mb4 collate utf8mb4_bin not null,
    value   varchar(2000) not null,
    primary key (user_id, name) comment 'how does this user want it?',
    constraint user_setting_user foreign key (user_id) references app_user (id) on delete cascade
);
