// Process Folder... in shares, one a task, joined to the tables of one computer:
//   nextflow run src/cluster/nextflow --input images --save results --task instance

include { TRIPTYCH_PROCESSFOLDER } from './modules/triptych/processfolder/main'
include { TRIPTYCH_MERGE         } from './modules/triptych/merge/main'

workflow {
    if (!params.input || !params.save || !params.task)
        error "Name the images, the folder for the results and the task: --input, --save, --task."
    def images = file(params.input, checkIfExists: true, glob: false)
    def save = file(params.save, glob: false)
    def there = save.exists() ? save.list() : []
    if (there && !(workflow.resume && there.any { name -> name.startsWith('folder-run') }))
        error "The folder \"${save}\" is not empty; choose another one, or go on with the run that" +
            " has filled it: -resume NAME, a name of the list that 'nextflow log' prints."

    // Nextflow sees when files come into a folder, not when one of them changes: without the dates,
    // -resume would give the results of the image before.
    def seen = []
    images.eachFileRecurse { image -> seen << "${image} ${image.size()} ${image.lastModified()}".toString() }
    def listing = seen.sort().join('\n').md5()

    def shards = channel.of(1..params.shards.toInteger()).map { i ->
        [[id: 'results'], images, "${i}/${params.shards}".toString(), listing]
    }
    TRIPTYCH_PROCESSFOLDER(shards, params.model ? file(params.model, checkIfExists: true, glob: false) : [])
    // The folder itself is no output of the task: its files would not be published one by one.
    def parts = TRIPTYCH_PROCESSFOLDER.out.journal.map { meta, journal -> [meta, journal.parent] }
    TRIPTYCH_MERGE(parts.groupTuple(sort: true))
    TRIPTYCH_MERGE.out.run.subscribe { _meta, json ->
        def run = new groovy.json.JsonSlurper().parse(json)
        run.failed.each { image, problem -> log.warn "${image}: ${problem}" }
        log.info run.summary
    }
}
