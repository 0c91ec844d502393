package org.packhaus.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.packhaus.audit.Audit;
import org.packhaus.audit.AuditRow;
import org.packhaus.audit.Subject;
import org.packhaus.connect.TrialLine.Result;
import org.packhaus.demo.RunningSandbox;
import org.packhaus.demo.SandboxAccount;
import org.packhaus.demo.SandboxTest;
import org.packhaus.order.ImportService;
import org.packhaus.order.OrderService;
import org.packhaus.plugin.BuiltPlugins;
import org.packhaus.sdk.InvalidSettings;
import org.packhaus.seller.ConnectionId;
import org.packhaus.seller.ConnectionRole;
import org.packhaus.seller.ConnectionService;
import org.packhaus.seller.ConnectionState;
import org.packhaus.seller.Mark;
import org.packhaus.seller.NewConnection;
import org.packhaus.seller.NewSeller;
import org.packhaus.seller.SellerDetails;
import org.packhaus.seller.SellerException;
import org.packhaus.seller.SellerId;
import org.packhaus.seller.SellerScope;
import org.packhaus.seller.SellerService;
import org.packhaus.seller.SenderAddress;
import org.packhaus.seller.Setting;
import org.springframework.beans.factory.annotation.Autowired;

/** A seller is set up as the screens do it, with the real plugins against the sandbox, up to its first simulated order. */
@SandboxTest
class TrialRunTest {
    @RegisterExtension
    static final RunningSandbox SANDBOX = new RunningSandbox();

    @RegisterExtension
    final BuiltPlugins plugins = new BuiltPlugins("otto", "dhl");

    @Autowired
    SellerDesk desk;

    @Autowired
    AccountDesk accounts;

    @Autowired
    TrialRun trial;

    @Autowired
    ConnectionService connections;

    @Autowired
    SellerService sellers;

    @Autowired
    ImportService imports;

    @Autowired
    OrderService orders;

    @Autowired
    Audit audit;

    @Test
    void shipsOneSimulatedOrderBeforeTheSellerIsOpen() throws Exception {
        SandboxAccount account = account();
        SellerId seller = desk.begin(new NewSeller("Probe", new Mark("P", 2), SenderAddress.EMPTY));
        SellerScope.call(Set.of(seller), () -> {
            setUp(seller, account);
            return true;
        });
    }

    private void setUp(SellerId seller, SandboxAccount account) throws Exception {
        ConnectionId channel = accounts.add(otto(seller, account.otto()), true);
        refusesWhatThePluginWouldNotTake(seller, account);
        ConnectionId carrier = accounts.add(dhl(seller, account.carrier("dhl")), true);
        assertThat(desk.step(seller)).hasValue(SetUpStep.CHANNEL);
        assertThat(accounts.account(channel).health()).isEqualTo(Health.PAUSED);

        Trial incomplete = trial.run(seller, line -> {});
        assertThat(incomplete.isFine()).isFalse();
        assertThat(incomplete.dry()).isTrue();

        complete(seller, carrier);
        List<TrialLine> heard = new ArrayList<>();
        Trial whole = trial.run(seller, heard::add);
        assertThat(whole.lines()).as("%s", whole.lines()).allMatch(line -> line.result() == Result.FINE);
        assertThat(whole.lines()).extracting(TrialLine::check).containsExactly(TrialLine.Check.values());
        assertThat(heard).isEqualTo(whole.lines());
        assertThat(whole.order()).isPresent();
        assertThat(connections.connection(channel).state()).isEqualTo(ConnectionState.PAUSED);

        int ordered = SANDBOX.post("/sandbox/orders?seller=" + account.key() + "&count=3&seed=5")
                .size();
        int before = SellerScope.get(Set.of(seller), () -> orders.newest(seller, null, 50))
                .size();
        desk.open(seller);
        assertThat(desk.step(seller)).isEmpty();
        await().untilAsserted(() -> assertThat(SellerScope.get(Set.of(seller), () -> orders.newest(seller, null, 50)))
                .as("orders are read at once, and not when their turn comes")
                .hasSizeGreaterThanOrEqualTo(before + ordered));
        assertThat(connections.list()).allMatch(row -> row.state() == ConnectionState.ACTIVE);
        assertThat(accounts.account(carrier).health()).isEqualTo(Health.WORKS);
        assertThat(accounts.account(carrier).row().lastSuccess()).isNotNull();
        saysWhatIsWrongAndKeepsTheSecret(channel, account);
    }

    private void refusesWhatThePluginWouldNotTake(SellerId seller, SandboxAccount account) {
        assertThatThrownBy(() ->
                        accounts.add(dhl(seller, with(account.carrier("dhl"), "billingNumberPaket", "12345")), false))
                .isInstanceOfSatisfying(
                        InvalidSettings.class, e -> assertThat(e.component()).hasValue("billingNumberPaket"));
        assertThat(connections.list()).hasSize(1);
    }

    private void saysWhatIsWrongAndKeepsTheSecret(ConnectionId channel, SandboxAccount account) throws Exception {
        SellerId seller = connections.connection(channel).seller();
        accounts.change(
                channel,
                "OTTO",
                otto(seller, with(account.otto(), "clientSecret", "wrong")).settings());
        assertThat(accounts.test(channel))
                .isInstanceOfSatisfying(
                        Tried.Fails.class, fails -> assertThat(fails.code()).isEqualTo("credentials-refused"));
        assertThat(accounts.account(channel).health()).isEqualTo(Health.BROKEN);

        accounts.change(channel, "OTTO", otto(seller, account.otto()).settings());
        assertThat(accounts.test(channel)).isInstanceOf(Tried.Works.class);
        List<Setting> untouched = accounts.shown(channel);
        assertThat(untouched).filteredOn(Setting::secret).allMatch(secret -> secret.value() == null);
        accounts.change(channel, "OTTO Market", untouched);
        assertThat(accounts.test(channel)).isInstanceOf(Tried.Works.class);
        assertThat(accounts.plainSettings(channel)).containsKey("clientId").doesNotContainKey("clientSecret");

        List<AuditRow> written = audit.about(new Subject("connection", channel.value()), Long.MAX_VALUE, 50);
        assertThat(written)
                .extracting(AuditRow::action)
                .contains("connection.add", "connection.change", "connection.test");
        assertThat(written.toString()).doesNotContain(value(account.otto(), "clientSecret"));
    }

    private void complete(SellerId seller, ConnectionId carrier) {
        SellerDetails before = sellers.details(seller);
        desk.save(new SellerDetails(
                seller,
                before.version(),
                before.name(),
                before.mark(),
                new SenderAddress("Probe GmbH", null, "Frankenstraße", "298", null, "45133", "Essen", "DE", null, null),
                before.language(),
                before.cutOff(),
                before.timeZone(),
                "DHL",
                carrier,
                "V01PAK",
                1000));
        assertThatThrownBy(() -> desk.save(before)).isInstanceOf(SellerException.class);
    }

    private static NewConnection otto(SellerId seller, List<Setting> settings) {
        return new NewConnection(seller, "otto", "otto", ConnectionRole.SALES_CHANNEL, "OTTO", settings);
    }

    private static NewConnection dhl(SellerId seller, List<Setting> settings) {
        return new NewConnection(seller, "dhl", "dhl", ConnectionRole.CARRIER, "DHL", settings);
    }

    private static List<Setting> with(List<Setting> settings, String field, String value) {
        assertThat(settings).extracting(Setting::field).contains(field);
        return settings.stream()
                .map(one -> one.field().equals(field) ? new Setting(field, value, one.secret()) : one)
                .toList();
    }

    private static String value(List<Setting> settings, String field) {
        return settings.stream()
                .filter(one -> one.field().equals(field))
                .map(one -> Objects.requireNonNull(one.value()))
                .findFirst()
                .orElseThrow();
    }

    /** A seller of the sandbox whose returns come back by DHL. */
    private static SandboxAccount account() {
        return SANDBOX.accounts().stream()
                .filter(account -> account.returnCarrier().equals("DHL"))
                .findFirst()
                .orElseThrow();
    }
}
