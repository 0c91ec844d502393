--liquibase formatted sql

--changeset stock:073-place
alter table stock_level
    add column place varchar(40) not null default '' comment 'where it lies, as people say it; empty: nobody said';
