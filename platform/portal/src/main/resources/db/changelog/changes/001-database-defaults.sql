--liquibase formatted sql

--changeset database:001-defaults
--comment Tables take the collation of their schema: one that sorts as people do. Codes and numbers say utf8mb4_bin themselves.
alter database character set utf8mb4 collate utf8mb4_uca1400_ai_ci;
