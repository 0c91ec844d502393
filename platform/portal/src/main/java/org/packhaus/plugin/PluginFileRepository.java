package org.packhaus.plugin;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface PluginFileRepository extends Repository<PluginFile, Long> {
    PluginFile save(PluginFile file);

    Optional<PluginFile> findByPluginId(String pluginId);

    List<PluginFile> findAll();

    List<PluginFile> findByEnabledFalse();
}
