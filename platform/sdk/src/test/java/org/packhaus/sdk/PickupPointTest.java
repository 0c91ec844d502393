package org.packhaus.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PickupPointTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # company         | person          | addition               | street                   | house | kind   | no  | post number
            ''                | Maria Muster    | 12345678               | Packstation              | 105   | LOCKER | 105 | 12345678
            ''                | Maria Muster    | 12345678               | Packstation 105          | ''    | LOCKER | 105 | 12345678
            ''                | Maria Muster    | Postnummer 1234567890  | PACKSTATION              | 105   | LOCKER | 105 | 1234567890
            ''                | Maria Muster    | Post-Nr.: 12345678     | DHL Packstation          | 105   | LOCKER | 105 | 12345678
            ''                | Maria Muster    | DHL-Postnr 123456      | Pack-Station             | 105   | LOCKER | 105 | 123456
            ''                | Maria Muster    | 123 456 78             | Pack station             | 105   | LOCKER | 105 | 12345678
            ''                | Maria Muster    | 12345678               | Packstation Nr. 105      | ''    | LOCKER | 105 | 12345678
            ''                | Maria Muster    | 12345678               | Packstation-Nr.105       | ''    | LOCKER | 105 | 12345678
            ''                | Maria Muster    | 12345678               | Packstation Nummer: 105  | ''    | LOCKER | 105 | 12345678
            ''                | Maria Muster    | Packstation 105        | 12345678                 | ''    | LOCKER | 105 | 12345678
            12345678          | Maria Muster    | ''                     | Packstation              | 105   | LOCKER | 105 | 12345678
            ''                | Maria Muster 12345678 | ''               | Packstation 105          | ''    | LOCKER | 105 | 12345678
            ''                | Maria Muster    | 12345678, Packstation 105 | Hauptstr.             | ''    | LOCKER | 105 | 12345678
            ''                | Maria Muster    | ''                     | Packstation              | 105   | LOCKER | 105 | -
            ''                | Maria Muster    | 12345678               | Postfiliale              | 518   | OUTLET | 518 | 12345678
            ''                | Maria Muster    | 12345678               | Postfiliale 518          | ''    | OUTLET | 518 | 12345678
            ''                | Maria Muster    | ''                     | Post-Filiale             | 518   | OUTLET | 518 | -
            ''                | Maria Muster    | PN 12345678            | postfiliale              | 518   | OUTLET | 518 | 12345678
            # glued, six digits beside three, in the house number, the word in one line and its number in another
            ''                | Maria Muster    | 12345678               | Packstation105           | ''    | LOCKER | 105 | 12345678
            ''                | Maria Muster    | ''                     | Packstation 105 1234567  | ''    | LOCKER | 105 | 1234567
            ''                | Maria Muster    | 105 1234567            | Packstation              | ''    | LOCKER | 105 | 1234567
            ''                | Maria Muster    | 123 456 78             | Packstation              | 123   | LOCKER | 123 | 12345678
            ''                | Maria Muster    | ''                     | Packstation 105          | 12345678 | LOCKER | 105 | 12345678
            ''                | Maria Muster    | ''                     | Packstation              | 105 / 12345678 | LOCKER | 105 | 12345678
            ''                | Maria Muster    | Nr. 105                | Packstation 1234567      | ''    | LOCKER | 105 | 1234567
            # what is called a post number goes before what is not
            87654321          | Maria Muster    | Postnummer: 12345678   | Packstation              | 105   | LOCKER | 105 | 12345678
            ''                | Maria Muster    | PN:123-456-78          | Packstation              | 105   | LOCKER | 105 | 12345678
            ''                | Maria Muster    | +491711234567          | Packstation              | 105   | LOCKER | 105 | -
            """)
    void findsTheLockerOrOutletWhereverItIsWritten(
            String company,
            String person,
            String addition,
            String street,
            String house,
            PickupPoint.Kind kind,
            String number,
            String postNumber) {
        Address address = Address.to(person)
                .company(company)
                .addition(addition)
                .street(street, house)
                .city("53111", "Bonn")
                .build();
        assertThat(address.pickupPoint()).contains(new PickupPoint(kind, number, Optional.ofNullable(postNumber)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Kurt-Schumacher-Straße | 20
            An der Packhalle       | 105
            Packhofstraße          | 105
            Stationsweg            | 518
            Alte Post              | 518
            Filialweg              | 518
            """)
    void leavesOrdinaryStreetsAlone(String street, String house) {
        Address address = Address.to("Maria Muster")
                .street(street, house)
                .city("53111", "Bonn")
                .build();
        assertThat(address.pickupPoint()).isEmpty();
    }

    @Test
    void doesNotTakeAPhoneNumberOrPostcodeForAPostNumber() {
        Address address = Address.to("Maria Muster")
                .addition("0228-1234567")
                .street("Packstation", "105")
                .city("53111", "Bonn")
                .build();
        assertThat(address.pickupPoint().orElseThrow().postNumber()).isEmpty();
    }

    @Test
    void findsNoPlaceWithoutItsNumber() {
        Address address = Address.to("Maria Muster")
                .addition("12345678")
                .street("Packstation", "")
                .city("53111", "Bonn")
                .build();
        assertThat(address.pickupPoint()).isEmpty();
    }
}
