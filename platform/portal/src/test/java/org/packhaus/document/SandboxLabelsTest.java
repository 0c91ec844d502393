package org.packhaus.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.packhaus.demo.RunningSandbox;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Labels as DHL hands them out, through our print file, and read again: the numbers in the bars are the numbers in the answer. */
class SandboxLabelsTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @RegisterExtension
    static final RunningSandbox SANDBOX = new RunningSandbox();

    private record Bought(String number, String returnNumber, byte[] label, byte[] returnLabel) {}

    @ParameterizedTest
    @ValueSource(
            strings = {"A4", "910-300-700", "910-300-710", "910-300-600", "910-300-400", "910-300-300", "100x70mm"})
    void everyFormatKeepsItsBarcodes(String format) throws Exception {
        for (Bought bought : buy(3, format)) {
            byte[] label = LabelPages.clean(bought.number(), bought.label(), Optional.empty(), Slips.NOON);
            byte[] back = LabelPages.clean(bought.number(), bought.returnLabel(), Optional.empty(), Slips.NOON);

            assertThat(numbers(BarcodeCheck.read(label, 203).get(1))).contains(bought.number());
            assertThat(numbers(BarcodeCheck.read(back, 203).get(1))).contains(bought.returnNumber());
        }
    }

    @Test
    void aBatchHoldsEveryNumberOnItsOwnPage() throws Exception {
        List<Bought> bought = buy(Integer.getInteger("packhaus.test.labels", 20), "910-300-710");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintFile.Result result = PrintFile.write(
                bought.stream()
                        .map(label -> new PrintJob(
                                label.number(), label.number(), Optional.of(Slips.plain()), List.of(label.label())))
                        .toList(),
                new PrintFile.Setup(PrintFile.Contents.INTERLEAVED, "Batch", Paper.A4, Optional.empty(), Slips.NOON),
                out);

        Files.write(Path.of("target", "sandbox-batch.pdf"), out.toByteArray()); // to be looked at

        assertThat(result.problems()).isEmpty();
        var codes = BarcodeCheck.read(out.toByteArray());
        result.pages().forEach((number, pages) -> {
            assertThat(pages.labels()).hasSize(1);
            assertThat(numbers(codes.get(pages.labels().getFirst()))).contains(number);
            assertThat(codes.get(pages.slip().getFirst())).containsExactly("bvx5jdtjd3");
        });
        assertThat(BarcodeCheck.missing(
                        out.toByteArray(), bought.stream().map(Bought::number).toList()))
                .isEmpty();
    }

    private static List<String> numbers(@org.jspecify.annotations.Nullable SortedSet<String> values) {
        return values == null ? List.of() : List.copyOf(values);
    }

    private static List<Bought> buy(int count, String format) throws IOException, InterruptedException {
        List<Bought> bought = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String body = """
                    {"profile":"STANDARD_GRUPPENPROFIL","shipments":[{"product":"V01PAK","billingNumber":"33333333330102",
                    "refNo":"order-%05d","shipDate":"%s",
                    "shipper":{"name1":"Speicherstadt Handel GmbH","addressStreet":"Am Sandtorkai","addressHouse":"30","postalCode":"20457","city":"Hamburg","country":"DEU"},
                    "consignee":{"name1":"Ümran Şahin-Groß %d","addressStreet":"Große Bäckerstraße","addressHouse":"%d b","postalCode":"20095","city":"Hamburg","country":"DEU"},
                    "details":{"weight":{"uom":"g","value":%d}},
                    "services":{"dhlRetoure":{"billingNumber":"33333333330701","refNo":"order-%05d",
                    "returnAddress":{"name1":"Speicherstadt Handel GmbH","addressStreet":"Am Sandtorkai 30","postalCode":"20457","city":"Hamburg","country":"DEU"}}}}]}
                    """.formatted(
                    i, LocalDate.now(java.time.ZoneId.of("Europe/Berlin")).plusDays(1), i, i + 1, 500 + i, i);
            HttpRequest request = HttpRequest.newBuilder(URI.create(SANDBOX.uri()
                            + "/parcel/de/shipping/v2/orders?combine=false&printFormat=" + format
                            + "&retourePrintFormat=" + format))
                    .header("Content-Type", "application/json")
                    .header("dhl-api-key", "packhaus-sandbox-key")
                    .header(
                            "Authorization",
                            "Basic "
                                    + Base64.getEncoder()
                                            .encodeToString(
                                                    "user-valid:SandboxPasswort2023!".getBytes(StandardCharsets.UTF_8)))
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build();
            HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            JsonNode item = JSON.readTree(answer.body()).path("items").path(0);
            bought.add(new Bought(
                    item.path("shipmentNo").asString(),
                    item.path("returnShipmentNo").asString(),
                    Base64.getDecoder().decode(item.path("label").path("b64").asString()),
                    Base64.getDecoder()
                            .decode(item.path("returnLabel").path("b64").asString())));
        }
        return bought;
    }
}
