package org.packhaus.document;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes samples into the folder named, to be looked at. */
final class SlipSamples {
    private SlipSamples() {}

    public static void main(String[] args) throws Exception {
        Path folder = Files.createDirectories(Path.of(args[0]));
        Map<String, SlipContent> samples = new LinkedHashMap<>();
        samples.put("plain", Slips.plain());
        samples.put("appliance", Slips.appliance());
        samples.put("chinese", Slips.chinese());
        samples.put("english", Slips.english());
        samples.put("long", Slips.of60Lines());
        samples.put("hostile", Slips.hostile());
        Map<String, Paper> papers = Map.of("a4", Paper.A4, "a5", Paper.A5, "roll", Paper.ROLL_103_X_199);
        for (var sample : samples.entrySet()) {
            for (var paper : papers.entrySet()) {
                Path file = folder.resolve(sample.getKey() + "-" + paper.getKey() + ".pdf");
                Files.write(file, PackingSlip.bytes(sample.getValue(), paper.getValue(), Slips.NOON));
            }
        }
    }
}
