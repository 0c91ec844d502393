--liquibase formatted sql

--changeset seller:015-connection-health
alter table connection
    add column last_success_at datetime(6) comment 'when a call last went through; written at most every few minutes';
