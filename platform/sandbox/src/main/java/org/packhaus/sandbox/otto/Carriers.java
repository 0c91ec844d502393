package org.packhaus.sandbox.otto;

import java.util.List;
import java.util.Set;

/** The carriers OTTO knows (Shipments V1, about May 2026). */
public final class Carriers {

    static final Set<String> PARCEL = Set.of("DHL", "DHL_EXPRESS", "DPD", "GLS", "HERMES", "UPS");
    public static final List<String> RETURN = List.of("DHL", "GLS", "HERMES");

    private static final Set<String> FORWARDERS = Set.of(
            ("ABIKS AJ AJE BTW BURSPED CARGOLINE CARGOBOARD CTL DACHSER DB_SCHENKER DHL_FREIGHT DHL_HOME_DELIVERY"
                            + " DHL_2_MANN_HANDLING DSV ECE EMONS EPH_DIREKT FEDEX FROEDE GEIS GEL GRASSL GUETTLER"
                            + " HASENAUER HEPPNER HELLMANN HES HEUEL IDS ISG KIESSLING KOCH KUEHNE_NAGEL LOGWIN"
                            + " MEYER_JUMBO MIRJAN ORCARGO PALLETWAYS PEISKER RABEN_LOGISTIK REIMER REITHMEIER RHENUS"
                            + " RIECK SCHMIDT_GEVELSBERG SCHOCKEMOEHLE SIEVERS SIMPLE_LOGISTIK SPEEDTRANS SPT VERHOEK"
                            + " WEISS ZUFALL OTHER_FORWARDER")
                    .split(" "));

    private Carriers() {}

    static boolean known(String carrier) {
        return PARCEL.contains(carrier) || FORWARDERS.contains(carrier);
    }
}
