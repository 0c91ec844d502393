--liquibase formatted sql

--changeset seller:016-set-up
alter table seller
    add column set_up_step varchar(20) character set utf8mb4 collate utf8mb4_bin comment 'where the set-up stands; null once the seller is open';
