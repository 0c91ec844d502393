package org.packhaus.seller;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** Sellers in scope; for a repository, others do not exist. */
interface SellerRepository extends Repository<Seller, Long> {
    Seller save(Seller seller);

    Optional<Seller> findById(long id);

    List<Seller> findAllByOrderByName();
}
