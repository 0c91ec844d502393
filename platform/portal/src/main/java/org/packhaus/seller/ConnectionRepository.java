package org.packhaus.seller;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface ConnectionRepository extends Repository<Connection, Long> {
    Connection save(Connection connection);

    Optional<Connection> findById(long id);

    List<Connection> findAllByOrderBySellerIdAscNameAscIdAsc();

    List<Connection> findByRoleOrderBySellerIdAscNameAscIdAsc(ConnectionRole role);

    void delete(Connection connection);
}
