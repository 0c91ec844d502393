--liquibase formatted sql

--changeset vault:002-keyset
create table vault_keyset
(
    id      int       not null primary key comment 'always 1',
    version int       not null,
    sealed  blob      not null comment 'Tink keyset, encrypted under the master key, which is not in the database'
);
