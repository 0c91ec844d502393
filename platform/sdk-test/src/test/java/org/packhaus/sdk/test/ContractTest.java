package org.packhaus.sdk.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.packhaus.sdk.Address;
import org.packhaus.sdk.Booking;
import org.packhaus.sdk.BookingRequest;
import org.packhaus.sdk.Carrier;
import org.packhaus.sdk.CarrierDocument;
import org.packhaus.sdk.CarrierProduct;
import org.packhaus.sdk.CarrierProfile;
import org.packhaus.sdk.DocumentType;
import org.packhaus.sdk.InvalidSettings;
import org.packhaus.sdk.PluginException;
import org.packhaus.sdk.PluginTools;
import org.packhaus.sdk.Rejected;
import org.packhaus.sdk.Secret;
import org.packhaus.sdk.Unavailable;
import org.packhaus.sdk.Weight;

/** The contract can fail: a carrier written in a hurry breaks it in the ways that cost money. */
class ContractTest {

    record HastySettings(@NotBlank String user, Secret password, URI service) {}

    /** Asks twice when the first answer is lost, and calls a 5xx harmless. */
    static final class HastyCarrier implements Carrier<HastySettings> {
        private final PluginTools tools;

        HastyCarrier(PluginTools tools) {
            this.tools = tools;
        }

        @Override
        public CarrierProfile profile() {
            return new CarrierProfile(
                    "hasty",
                    "Hasty",
                    "HASTY",
                    List.of(new CarrierProduct("box", "Box", Set.of(), Weight.grams(1000), Optional.empty(), Set.of())),
                    new CarrierProfile.ReferenceLimits(1, 20));
        }

        @Override
        public Class<HastySettings> settingsType() {
            return HastySettings.class;
        }

        @Override
        public Booking book(BookingRequest request, HastySettings settings) throws PluginException {
            for (int attempt = 0; ; attempt++) {
                try {
                    HttpResponse<String> answer = tools.http()
                            .send(
                                    HttpRequest.newBuilder(URI.create(settings.service() + "/buy"))
                                            .POST(HttpRequest.BodyPublishers.ofString("{}"))
                                            .build(),
                                    HttpResponse.BodyHandlers.ofString());
                    if (answer.statusCode() == 401) {
                        throw new InvalidSettings(
                                "refused", "Refused: " + settings.password().reveal());
                    }
                    if (answer.statusCode() != 200) {
                        throw new Unavailable("try-again", "Try again.");
                    }
                    return new Booking(
                            answer.body(),
                            Optional.empty(),
                            List.of(new CarrierDocument(CarrierDocument.Kind.LABEL, DocumentType.PDF, new byte[] {1})),
                            Optional.empty(),
                            List.of());
                } catch (java.io.IOException e) {
                    if (attempt > 0) {
                        throw new Unavailable("try-again", "Try again.", null, e);
                    }
                } catch (InterruptedException e) {
                    throw new Unavailable("try-again", "Try again.", null, e);
                }
            }
        }
    }

    /** Nested, so that it is not collected: its tests are called by hand. */
    static final class HastyContract extends CarrierContract<HastySettings> {
        @Override
        protected Carrier<HastySettings> extension(PluginTools tools) {
            return new HastyCarrier(tools);
        }

        @Override
        protected HastySettings settings(URI service) {
            return new HastySettings("u", Secret.of("geh31m"), service);
        }

        @Override
        protected HastySettings wrongSettings(URI service) {
            return new HastySettings("u", Secret.of("fa1sch"), URI.create(service + "/wrong"));
        }

        @Override
        protected void play(ScriptedServer server) {
            server.on("POST", "/buy", call -> Reply.text(200, "text/plain", "4711"))
                    .on("POST", "/wrong/buy", call -> Reply.of(401));
        }

        @Override
        protected String purchasePath() {
            return "/buy";
        }

        @Override
        protected BookingRequest undeliverable() {
            return request(false);
        }

        @Override
        protected String undeliverableField() {
            return "to.city";
        }
    }

    interface Rule {
        void check() throws Exception;
    }

    private static void broken(HastyContract contract, Rule rule) throws Exception {
        contract.startPlaying();
        try {
            assertThatThrownBy(rule::check).isInstanceOf(AssertionError.class);
        } finally {
            contract.stopPlaying();
        }
    }

    @Test
    void noticesASecondPurchaseAndA5xxCalledHarmless() throws Exception {
        HastyContract contract = new HastyContract();
        broken(contract, contract::saysUnclearWhenTheAnswerIsLost);
    }

    @Test
    void noticesASecretInAMessage() throws Exception {
        HastyContract contract = new HastyContract();
        broken(contract, contract::blamesTheSettingsWhenCredentialsAreRefused);
    }

    @Test
    void noticesAMissingReference() throws Exception {
        HastyContract contract = new HastyContract();
        broken(contract, contract::sendsTheReferenceSoThatTheBookingCanBeFoundAgain);
    }

    @Test
    void noticesOneNumberForManyParcels() throws Exception {
        HastyContract contract = new HastyContract();
        broken(contract, contract::mayBeUsedByManyThreads);
    }

    @Test
    void noticesAnExtensionThePortalCannotFind() throws Exception {
        HastyContract contract = new HastyContract();
        broken(contract, contract::canBeMadeByThePortal);
    }

    @Test
    void noticesSettingsWithoutTexts() throws Exception {
        HastyContract contract = new HastyContract();
        broken(contract, contract::itsSettingsCanBeDrawnAsAForm);
    }

    @Nested
    class OfSettings {
        record Odd(
                List<String> list,
                Optional<Address> address,
                @NotBlank String name) {}

        @Test
        void namesComponentsNoFieldCanBeDrawnFor() {
            assertThat(SettingsCheck.types(Odd.class))
                    .hasSize(2)
                    .anyMatch(text -> text.startsWith("list "))
                    .anyMatch(text -> text.startsWith("address "));
        }

        @Test
        void namesWhatViolatesTheAnnotations() {
            assertThat(SettingsCheck.violations(new Odd(List.of(), Optional.empty(), " ")))
                    .singleElement()
                    .asString()
                    .startsWith("name ");
        }
    }

    @Test
    void aRejectionNamesItsField() {
        var rejected = new Rejected("no", "No.", List.of(Rejected.Fault.of("to.city", "wrong")));
        assertThat(rejected.faults())
                .singleElement()
                .extracting(Rejected.Fault::field)
                .isEqualTo(Optional.of("to.city"));
    }
}
