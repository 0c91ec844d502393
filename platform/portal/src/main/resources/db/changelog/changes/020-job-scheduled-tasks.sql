--liquibase formatted sql

--changeset job:020-scheduled-tasks
--comment The table of db-scheduler; its shape is given by the library.
create table scheduled_tasks
(
    task_name            varchar(100) character set utf8mb4 collate utf8mb4_bin not null,
    task_instance        varchar(100) character set utf8mb4 collate utf8mb4_bin not null,
    task_data            mediumblob,
    execution_time       timestamp(6) not null default current_timestamp(6),
    picked               boolean      not null,
    picked_by            varchar(50),
    last_success         timestamp(6) null,
    last_failure         timestamp(6) null,
    consecutive_failures int,
    last_heartbeat       timestamp(6) null,
    version              bigint       not null,
    priority             smallint,
    primary key (task_name, task_instance),
    index scheduled_tasks_due (execution_time) comment 'what is due now?',
    index scheduled_tasks_dead (last_heartbeat) comment 'which executions have lost their node?',
    index scheduled_tasks_next (priority desc, execution_time) comment 'what is due now, the urgent first?'
);
