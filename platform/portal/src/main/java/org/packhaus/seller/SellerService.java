package org.packhaus.seller;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
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
        return create(wanted, null);
    }

    /** Opens a seller that is not ready for work yet. Needs no scope. @param step where its set-up stands */
    public SellerId begin(NewSeller wanted, String step) {
        return create(wanted, step);
    }

    private SellerId create(NewSeller wanted, @Nullable String step) {
        requireFree(wanted.name());
        Seller seller = new Seller(wanted, clock.instant());
        seller.setUp(step);
        return sellers.save(seller).id();
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

    /** Everything about all sellers in scope, by name. */
    @Transactional(readOnly = true)
    public List<SellerDetails> allDetails() {
        return sellers.findAllByOrderByName().stream().map(Seller::details).toList();
    }

    /** The step at which the set-up of a seller stands; sellers that are open for work are left out. */
    @Transactional(readOnly = true)
    public Map<SellerId, String> inSetUp() {
        Map<SellerId, String> steps = new TreeMap<>();
        sellers.findAllByOrderByName()
                .forEach(seller -> seller.setUpStep().ifPresent(step -> steps.put(seller.id(), step)));
        return steps;
    }

    /** @param step where the set-up stands now; null when the seller is open for work */
    public void setUp(SellerId seller, @Nullable String step) {
        find(seller).setUp(step);
    }

    public void update(SellerDetails wanted) {
        Seller seller = find(wanted.id());
        if (seller.version() != wanted.version()) {
            throw new SellerException(
                    "seller-changed",
                    "Somebody else has changed " + wanted.name() + " meanwhile. Reload and change it again.",
                    wanted.name());
        }
        if (!seller.row().name().equalsIgnoreCase(wanted.name().strip())) {
            requireFree(wanted.name());
        }
        seller.change(wanted);
    }

    private void requireFree(String name) {
        if (directory.nameTaken(name)) {
            throw new SellerException(
                    "seller-name-taken", "There is already a seller named " + name + ". Choose another name.", name);
        }
    }

    private Seller find(SellerId seller) {
        return sellers.findById(seller.value())
                .orElseThrow(() ->
                        new SellerException("seller-unknown", "There is no seller " + seller + " that you may see."));
    }
}
