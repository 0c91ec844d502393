package org.packhaus.order;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.ObjectName;

/** Of which classes the live heap is made, in bytes and in objects; what {@code jcmd GC.class_histogram} prints. */
record HeapMakeup(Map<String, Part> parts) {
    private static final Pattern LINE = Pattern.compile("\\s*\\d+:\\s+(\\d+)\\s+(\\d+)\\s+(\\S+).*");

    /** All objects of one class. */
    record Part(long objects, long bytes) {
        private static final Part NONE = new Part(0, 0);

        private Part less(Part other) {
            return new Part(objects - other.objects, bytes - other.bytes);
        }
    }

    HeapMakeup {
        parts = Map.copyOf(parts);
    }

    static HeapMakeup now() {
        try {
            var answer = (String) ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            new ObjectName("com.sun.management:type=DiagnosticCommand"),
                            "gcClassHistogram",
                            new Object[] {new String[0]},
                            new String[] {String[].class.getName()});
            var parts = new HashMap<String, Part>();
            answer.lines()
                    .map(LINE::matcher)
                    .filter(line -> line.matches())
                    .forEach(line -> parts.put(
                            line.group(3), new Part(Long.parseLong(line.group(1)), Long.parseLong(line.group(2)))));
            return new HeapMakeup(parts);
        } catch (JMException e) {
            throw new IllegalStateException("This JVM tells no histogram of its heap", e);
        }
    }

    /** What has come since, shared among so many: a line for each of the classes that take most. */
    List<String> growth(HeapMakeup before, int shares, int most) {
        var grown = new HashMap<String, Part>();
        parts.forEach((type, part) -> grown.put(type, part.less(before.parts.getOrDefault(type, Part.NONE))));
        var lines = new ArrayList<String>();
        lines.add("%-72s %10s %10s".formatted("of a session", "objects", "kB"));
        grown.entrySet().stream()
                .sorted(Comparator.comparingLong(
                        (Map.Entry<String, Part> one) -> -one.getValue().bytes()))
                .limit(most)
                .map(one -> "%-72s %,10d %10.1f"
                        .formatted(
                                one.getKey(),
                                one.getValue().objects() / shares,
                                one.getValue().bytes() / 1024.0 / shares))
                .forEach(lines::add);
        return lines;
    }
}
