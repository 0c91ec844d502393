--liquibase formatted sql

--changeset casework:154-claim
create table case_claim
(
    seller_id bigint      not null,
    case_id   bigint      not null,
    claim_id  bigint      not null,
    linked_at datetime(6) not null,
    primary key (case_id, claim_id),
    constraint case_claim_case foreign key (seller_id, case_id) references support_case (seller_id, id),
    constraint case_claim_claim foreign key (seller_id, claim_id) references claim (seller_id, id)
) comment 'which claims to carriers a case is about';
create index case_claim_of on case_claim (claim_id, case_id) comment 'the cases about a claim';
