--liquibase formatted sql

--changeset casework:153-return
create table case_return
(
    seller_id bigint      not null,
    case_id   bigint      not null,
    piece_id  bigint      not null,
    linked_at datetime(6) not null,
    primary key (case_id, piece_id),
    constraint case_return_case foreign key (seller_id, case_id) references support_case (seller_id, id),
    constraint case_return_piece foreign key (seller_id, piece_id) references return_piece (seller_id, id)
) comment 'which returned pieces a case is about';
create index case_return_of on case_return (piece_id, case_id) comment 'the cases about a returned piece';
