package org.packhaus.desk;

import org.packhaus.job.BatchHandler;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Each deed is a kind of batch of its own, so that a list of batches says what was done. */
@Configuration(proxyBeanMethods = false)
class BulkBatches {

    @Bean
    BatchHandler holdOrders(BulkWork work) {
        return new BulkBatch(Deed.Hold.KIND, work);
    }

    @Bean
    BatchHandler releaseOrders(BulkWork work) {
        return new BulkBatch(Deed.Release.KIND, work);
    }

    @Bean
    BatchHandler tagOrders(BulkWork work) {
        return new BulkBatch(Deed.Tag.KIND, work);
    }

    @Bean
    BatchHandler untagOrders(BulkWork work) {
        return new BulkBatch(Deed.Untag.KIND, work);
    }

    @Bean
    BatchHandler noteOrders(BulkWork work) {
        return new BulkBatch(Deed.Note.KIND, work);
    }

    @Bean
    BatchHandler assignCarrier(BulkWork work) {
        return new BulkBatch(Deed.Assign.KIND, work);
    }

    @Bean
    BatchHandler carrierByRules(BulkWork work) {
        return new BulkBatch(Deed.ByRules.KIND, work);
    }
}
