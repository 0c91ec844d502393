--liquibase formatted sql

--changeset audit:023-search
alter table audit_entry
    add index audit_entry_action (action, id) comment 'the newest lines about one sort of action',
    add index audit_entry_actor (actor_name, id) comment 'the newest lines of one person or job',
    add index audit_entry_at (at, id) comment 'the lines of a span of time';
