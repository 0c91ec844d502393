--liquibase formatted sql

--changeset job:024-failure
create table job_failure
(
    job       varchar(100)  character set utf8mb4 collate utf8mb4_bin not null primary key comment 'as in scheduled_tasks: type:key',
    failures  int           not null,
    failed_at datetime(6)   not null,
    error     varchar(500)  not null,
    given_up  mediumtext comment 'the job itself, once it is tried no more and gone from scheduled_tasks',
    index job_failure_old (failed_at) comment 'which are old enough to be forgotten?'
);
