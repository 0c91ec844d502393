package org.example.parrot;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.packhaus.sdk.Booking;
import org.packhaus.sdk.BookingRequest;
import org.packhaus.sdk.Carrier;
import org.packhaus.sdk.CarrierProduct;
import org.packhaus.sdk.CarrierProfile;
import org.packhaus.sdk.Checkable;
import org.packhaus.sdk.InvalidSettings;
import org.packhaus.sdk.Json;
import org.packhaus.sdk.PluginException;
import org.packhaus.sdk.PluginTools;
import org.packhaus.sdk.Rejected;
import org.packhaus.sdk.TokenCache;
import org.packhaus.sdk.Unavailable;
import org.packhaus.sdk.Unclear;
import org.packhaus.sdk.Weight;
import org.pf4j.Extension;

/** A carrier that does what its settings tell it, also what no carrier should. */
@Extension
public class Parrot implements Carrier<Cage>, Checkable<Cage> {
    static final String PHRASE = "@PHRASE@";

    private final PluginTools tools;
    private final TokenCache<Cage> tokens;

    public Parrot(PluginTools tools) {
        this.tools = tools;
        this.tokens = new TokenCache<>(tools.clock(), Duration.ofSeconds(5));
    }

    static class Screech extends RuntimeException {
        Screech(String message) {
            super(message);
        }
    }

    @Override
    public CarrierProfile profile() {
        return new CarrierProfile(
                "parrot",
                "Parrot",
                "PARROT",
                List.of(new CarrierProduct("P", "Parrot", Set.of(), new Weight(1000), Optional.empty(), Set.of())),
                new CarrierProfile.ReferenceLimits(8, 35));
    }

    @Override
    public Class<Cage> settingsType() {
        return Cage.class;
    }

    @Override
    public Booking book(BookingRequest request, Cage settings) throws PluginException {
        throw new Rejected("no-parcels", "Parrots carry no parcels.");
    }

    @Override
    public String check(Cage cage) throws PluginException {
        String[] words = cage.say().split(" ");
        try {
            return switch (words[0]) {
                case "hello" -> PHRASE + " " + cage.account() + " " + cage.password().reveal();
                case "settings" -> cage.toString();
                case "thread" -> Thread.currentThread().isVirtual() + " "
                        + (Thread.currentThread().getContextClassLoader() == getClass().getClassLoader()) + " "
                        + org.slf4j.MDC.get("seller") + "/" + org.slf4j.MDC.get("connection") + "/" + org.slf4j.MDC.get("plugin");
                case "class" -> Class.forName(words[1]).getName();
                case "sleep" -> {
                    Thread.sleep(60_000);
                    yield "awake";
                }
                case "screech" -> throw new Screech("kraah");
                case "recurse" -> recurse(1);
                case "linkage" -> throw new NoClassDefFoundError("org/example/Gone");
                case "reject" -> throw new Rejected("no-seeds", "No seeds.", List.of(Rejected.Fault.of("seeds", "none")));
                case "unavailable" -> throw new Unavailable("asleep", "It sleeps.", Duration.ofSeconds(7), new Screech("zzz"));
                case "unclear" -> throw new Unclear("mumbled", "Nobody understood.", null);
                case "invalid" -> throw new InvalidSettings("wrong-seed", "Wrong seed.", "password");
                case "token" -> tokens.get(cage, () -> new TokenCache.Token(cage.password(), Duration.ofHours(1))).toString();
                case "get" -> answer(HttpRequest.newBuilder(URI.create(words[1])).GET(), cage);
                case "post" -> answer(
                        HttpRequest.newBuilder(URI.create(words[1]))
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(tools.print(Json.object()
                                        .put("password", "typed-into-the-body")
                                        .put("street", "Hauptstraße 5")
                                        .put("echo", cage.password().reveal())
                                        .json()))),
                        cage);
                case "thread-get" -> {
                    String[] said = {""};
                    Thread own = new Thread(() -> {
                        try {
                            said[0] = answer(HttpRequest.newBuilder(URI.create(words[1])).GET(), cage);
                        } catch (Exception e) {
                            said[0] = e.toString();
                        }
                    });
                    own.start();
                    own.join();
                    yield said[0];
                }
                default -> "?";
            };
        } catch (ConnectException e) {
            throw new Unavailable("nothing-sent", String.valueOf(e.getMessage()), null, e);
        } catch (IOException e) {
            throw new Unclear("lost", e.toString(), e);
        } catch (InterruptedException e) {
            throw new Unclear("interrupted", "Interrupted.", e);
        } catch (ClassNotFoundException e) {
            throw new Rejected("no-such-class", String.valueOf(e.getMessage()));
        }
    }

    private static String recurse(int depth) {
        return recurse(depth + 1) + depth;
    }

    private String answer(HttpRequest.Builder request, Cage cage) throws IOException, InterruptedException {
        HttpResponse<String> answer = tools.http()
                .send(
                        request.header("Authorization", "Bearer " + cage.password().reveal()).build(),
                        HttpResponse.BodyHandlers.ofString());
        return answer.statusCode() + " " + tools.parse(answer.body()).at("said").textOrEmpty();
    }
}
