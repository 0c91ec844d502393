package org.packhaus.desk;

import jakarta.persistence.EntityManager;
import java.util.List;
import org.packhaus.database.TransactionRetry;
import org.packhaus.security.CurrentUser;
import org.packhaus.security.Permission;
import org.springframework.stereotype.Service;

/** The signed-in user's views of the order list, and those that administrators and managers share with everybody. */
@Service
public class SavedViews {
    private static final int MOST = 100;

    private final EntityManager entities;
    private final TransactionRetry transactions;
    private final CurrentUser user;

    SavedViews(EntityManager entities, TransactionRetry transactions, CurrentUser user) {
        this.entities = entities;
        this.transactions = transactions;
        this.user = user;
    }

    /** Mine first, then the shared ones of others, each by name. */
    public List<SavedViewRow> list() {
        var me = user.id();
        return transactions.call(() -> entities.createQuery("""
                        select v from SavedView v where v.owner = :me or v.shared = true
                        order by case when v.owner = :me then 0 else 1 end, v.name
                        """, SavedView.class)
                .setParameter("me", me.value())
                .setMaxResults(MOST)
                .getResultStream()
                .map(view -> view.row(me))
                .toList());
    }

    /** A shared view names sellers and tags to everybody in the install, so not everybody may share one. */
    public boolean mayShare() {
        return user.may(Permission.ADMINISTER) || user.may(Permission.MANAGE_SELLERS);
    }

    /**
     * Keeps a view under a name; one of mine with this name is replaced.
     *
     * @param query of the list's address, without the words of the search
     * @throws DeskException {@code view-unnamed}, {@code view-too-long}, {@code view-not-shareable}
     */
    public void save(String name, String query, boolean shared) {
        var plain = name.strip();
        if (plain.isEmpty() || plain.length() > SavedView.LONGEST_NAME) {
            throw new DeskException(
                    "view-unnamed",
                    "A view has a name of 1 to " + SavedView.LONGEST_NAME + " characters. Give it one.");
        }
        if (query.length() > SavedView.LONGEST_QUERY) {
            throw new DeskException("view-too-long", "This view has more filters than can be kept. Remove some.");
        }
        if (shared && !mayShare()) {
            throw new DeskException(
                    "view-not-shareable", "Only administrators and managers share views. Save it for yourself.");
        }
        var me = user.id();
        transactions.callAgainIfStale(() -> {
            var view = entities.createQuery(
                            "select v from SavedView v where v.owner = :me and v.name = :name", SavedView.class)
                    .setParameter("me", me.value())
                    .setParameter("name", plain)
                    .getResultStream()
                    .findFirst()
                    .orElseGet(() -> {
                        var fresh = new SavedView(me, plain);
                        entities.persist(fresh);
                        return fresh;
                    });
            view.show(query, shared);
            return null;
        });
    }

    /** Forgets a view of mine; an administrator may take away shared ones of others, too. */
    public void forget(long id) {
        var me = user.id();
        boolean all = user.may(Permission.ADMINISTER);
        transactions.run(() -> entities.createQuery(
                        "delete from SavedView v where v.id = :id and (v.owner = :me or (v.shared = true and :all = true))")
                .setParameter("id", id)
                .setParameter("me", me.value())
                .setParameter("all", all)
                .executeUpdate());
    }
}
