package org.packhaus.demo;

import java.util.List;
import java.util.Optional;
import org.packhaus.demo.DemoSellers.DemoSeller;
import org.packhaus.security.NewUser;
import org.packhaus.security.Role;
import org.packhaus.security.UserId;
import org.packhaus.security.UserRow;
import org.packhaus.security.UserService;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** People who work in the demo. Their password is known to everybody, which is why the demo listens on this machine only. */
@Component
@Profile({"demo", "headless"})
class DemoUsers {
    static final String PASSWORD = "packhaus-demo";

    private final UserService users;

    DemoUsers(UserService users) {
        this.users = users;
    }

    /** Somebody who can sign in, and what to tell about them. */
    record DemoUser(String email, String about) {}

    List<DemoUser> open(List<DemoSeller> sellers) {
        user("admin@packhaus.example", "Inga Hollerbach", "en", true);
        UserId shipper = user("versand@packhaus.example", "Jörg Mühlenbäcker", "de", false);
        UserId agent = user("li@packhaus.example", "李雪", "zh", false);
        UserId packer = user("packer@packhaus.example", "Ayşe Kırcalıoğlu", "de", false);
        for (int i = 0; i < sellers.size(); i++) {
            users.giveRole(shipper, sellers.get(i).id(), Role.SHIPPER);
            users.giveRole(packer, sellers.get(i).id(), Role.PACKER);
            if (i == sellers.size() - 1) {
                users.giveRole(agent, sellers.get(i).id(), Role.MANAGER);
            }
        }
        return List.of(
                new DemoUser("admin@packhaus.example", "administrator, all sellers, English"),
                new DemoUser("versand@packhaus.example", "ships for all sellers, German"),
                new DemoUser("li@packhaus.example", "manager of one seller, Chinese"),
                new DemoUser("packer@packhaus.example", "packs for all sellers, German"));
    }

    private UserId user(String email, String name, String language, boolean administrator) {
        Optional<UserRow> known =
                users.list().stream().filter(u -> u.email().equals(email)).findFirst();
        return known.map(UserRow::id)
                .orElseGet(() -> users.create(new NewUser(email, name, PASSWORD, language, administrator)));
    }
}
