--liquibase formatted sql

--changeset print:074-print-lane
alter table printer
    add column lane_task  bigint      comment 'the file whose job empties this printer''s queue; null: nobody does' after sheet,
    add column lane_until datetime(6) comment 'after that it is taken for dead' after lane_task;

create index print_task_lane on print_task (printer_id, state, queued_at, id) comment 'what a printer prints next';
