package org.packhaus.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;

class DatabasePropertiesTest {

    @ParameterizedTest
    @CsvSource({"1GB, 256MB", "4GB, 512MB", "8GB, 1GB", "16GB, 2GB", "256GB, 2GB"})
    void theBufferSuitsTheMachine(String memory, String buffer) {
        assertThat(DatabaseProperties.suiting(DataSize.parse(memory).toBytes())).isEqualTo(DataSize.parse(buffer));
    }
}
