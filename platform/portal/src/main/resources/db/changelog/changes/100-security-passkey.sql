--liquibase formatted sql

--changeset security:100-passkey
alter table app_user
    add column passkey_handle varbinary(64) comment 'how passkeys name this user: random, says nothing about them',
    add constraint app_user_passkey_handle unique (passkey_handle) comment 'whose passkey is this?';

create sequence passkey_seq start with 1 increment by 50;

create table passkey
(
    id              bigint          not null primary key,
    version         int             not null,
    user_id         bigint          not null,
    name            varchar(60)     not null,
    credential_id   varbinary(1023) not null,
    public_key      varbinary(2000) not null comment 'COSE',
    signature_count bigint          not null comment 'must grow, or somebody has a copy; 0 where the device does not count',
    uv_initialized  boolean         not null,
    backup_eligible boolean         not null,
    backup_state    boolean         not null,
    transports      varchar(120)    not null comment 'usb, internal, hybrid …, a comma between them',
    attestation     blob            not null,
    client_data     blob            not null,
    created_at      datetime(6)     not null,
    last_used_at    datetime(6),
    constraint passkey_credential unique (credential_id) comment 'which passkey was shown?',
    constraint passkey_user foreign key (user_id) references app_user (id) on delete cascade
);
