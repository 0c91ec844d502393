--liquibase formatted sql

--changeset security:018-second-factor
alter table app_user
    add column session_epoch int not null default 0 comment 'sessions that began under an older number are over',
    add column link_hash char(64) character set ascii collate ascii_bin comment 'SHA-256 of the one-time link with which a password is set',
    add column link_expires datetime(6),
    add column totp_secret varbinary(400) comment 'sealed; null: the password alone is enough',
    add column totp_step bigint not null default 0 comment 'the newest time step a code was taken of: a code works once',
    add column recovery_codes varchar(800) character set ascii collate ascii_bin not null default '' comment 'SHA-256 of the codes not used yet, a blank between them',
    add constraint app_user_link unique (link_hash) comment 'whose link is this?';
