package org.packhaus.seller;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens, shows and edits sellers. Who may do so is the caller's question; whose data is seen is the scope's. */
@Service
@Transactional
public class SellerService {
    private final SellerRepository sellers;
    private final SellerDirectory directory;
    private final Clock clock;

    SellerService(SellerRepository sellers, SellerDirectory directory, Clock clock) {
        this.sellers = sellers;
        this.directory = directory;
        this.clock = clock;
    }

    /** Needs no scope: the seller exists only afterwards. */
    public SellerId create(NewSeller wanted) {
        if (directory.nameTaken(wanted.name())) {
            throw new SellerException(
                    "seller-name-taken", "There is already a seller named " + wanted.name() + ". Choose another name.");
        }
        return sellers.save(new Seller(wanted, clock.instant())).id();
    }

    /** The sellers in scope, by name. */
    @Transactional(readOnly = true)
    public List<SellerRow> list() {
        return sellers.findAllByOrderByName().stream().map(Seller::row).toList();
    }

    @Transactional(readOnly = true)
    public SellerDetails details(SellerId seller) {
        return find(seller).details();
    }

    public void update(SellerDetails wanted) {
        Seller seller = find(wanted.id());
        if (seller.version() != wanted.version()) {
            throw new SellerException(
                    "seller-changed",
                    "Somebody else has changed " + wanted.name() + " meanwhile. Reload and change it again.");
        }
        seller.change(wanted);
    }

    private Seller find(SellerId seller) {
        return sellers.findById(seller.value())
                .orElseThrow(() ->
                        new SellerException("seller-unknown", "There is no seller " + seller + " that you may see."));
    }
}
