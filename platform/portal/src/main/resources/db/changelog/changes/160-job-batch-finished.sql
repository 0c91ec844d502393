--liquibase formatted sql

--changeset job:160-batch-finished
create index batch_finished on batch (actor_id, finished_at) comment 'what became of the batches I started?';
create index batch_state on batch (state) comment 'how many are running?';
